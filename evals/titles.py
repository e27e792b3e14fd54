#!/usr/bin/env python3
"""Titles that look like dates and are none: 2,000 of them, the same on every machine.

usage: titles.py > titles.jsonl

Names of works, people and things stand below as they are; numbers of addresses, versions, flights
and the like are drawn from a seed. Each row has an id, a text and its class. The add box has to
keep every one of them whole: no due date, no rule, the title as written.
"""
import json
import random
import sys

COUNT = 2_000

WORKS = {
    "book": (
        ["read", "borrow", "finish reading", "reread", "start to read"],
        """The Day of the Jackal|The 5th Wave|One Hundred Years of Solitude|Nineteen Eighty-Four|The Thursday Murder Club
Tuesdays with Morrie|Seven Days in May|The Hour of the Star|A Thousand Splendid Suns|The Midnight Library|Midnight's Children
The Remains of the Day|Night Watch|The Night Circus|The Year of Magical Thinking|The Four Hundred|Twenty Thousand Leagues
The Man Who Was Thursday|Catch-22|Fahrenheit 451|The 9/11 Report|Slaughterhouse-Five|The Winter's Tale|Spring Snow
The 7 Habits of Highly Effective People|The 4-Hour Workweek|Four Thousand Weeks|Deep Work|The First Fifteen Lives of Harry August
The Second Sex|The Third Policeman|Twelfth Night|The Sixth Extinction|The Eleventh Hour|Day of the Triffids|The Daily Stoic
The Weekend Novelist|The Seven Husbands of Evelyn Hugo|The Two Towers|March by Geraldine Brooks|August by Callan Wink
First Light|The Last Hour of Gann|Tomorrow and Tomorrow and Tomorrow|Yesterday's Gone|This Side of Paradise|The Morning Star
The Evening and the Morning|Saturday by Ian McEwan|The Plague Year|Every Day by David Levithan|Everyday Use|Any Human Heart
The Second Coming|Three Men in a Boat|One Day in the Life of Ivan Denisovich|The 39 Steps|The Hundred Days|Once and Future King
Sunday Best by Bernice Rubens|Night Shift|The Noonday Demon|The Half-Life of Facts|Time and Again
The Time Traveler's Wife|Next Year in Havana|Next Year in Jerusalem|The Autumn of the Patriarch|Summer of Night
The October Country|A Month in the Country|A Year in Provence|Forever Autumn|Dune Messiah|The Quarter Moon|The Book of Hours""",
    ),
    "film": (
        ["watch", "rewatch", "rent", "see", "stream", "watch the movie"],
        """Friday Night Lights|Saturday Night Fever|The Day After Tomorrow|Tomorrow Never Dies|Groundhog Day|Independence Day
Born on the Fourth of July|28 Days Later|28 Weeks Later|127 Hours|Twelve Years a Slave|Fifty First Dates|48 Hrs|Freaky Friday
The Long Good Friday|Black Sunday|Ruby Tuesday|The Night of the Hunter|Midnight in Paris|Midnight Cowboy|After Hours|Before Sunrise
Before Midnight|Dog Day Afternoon|Training Day|The Longest Day|A Hard Day's Night|Boxing Day|Valentine's Day|New Year's Eve
Halloween Kills|The Nightmare Before Christmas|Last Christmas|Any Given Sunday|Sunday Bloody Sunday|Next Friday|Friday After Next
Month of Sundays|Weekend at Bernie's|The Lost Weekend|Eyes Wide Shut|High Noon|3:10 to Yuma|12 Angry Men|2001: A Space Odyssey
1917|300|21 Grams|8 Mile|Apollo 13|Ocean's Eleven|Seven Samurai|The Sixth Sense|The Seventh Seal|The Fifth Element
Gone in 60 Seconds|30 Minutes or Less|One Fine Day|Days of Thunder|Days of Heaven|Live and Let Die|The First Monday in May
Edge of Tomorrow|Yesterday by Danny Boyle|The Darkest Hour|Rush Hour|Zero Dark Thirty|The 40-Year-Old Virgin|Ten Things I Hate About You
The Whole Nine Yards|Four Weddings and a Funeral|Eight Below|Nine to Five|The Hateful Eight|Twelve Monkeys|Super 8|District 9
The Winter Soldier|Late Spring|Early Summer|Autumn Sonata|Once Upon a Time in America|Last Year at Marienbad""",
    ),
    "series": (
        ["watch", "binge", "catch up on", "finish", "recommend", "record"],
        """Saturday Night Live|Last Week Tonight|The Daily Show|Wednesday Addams|24|Manifest|Night Court|The Night Manager
The Morning Show|Good Morning America|60 Minutes|30 Rock|Days of Our Lives|The Tonight Show|Happy Days|That '70s Show
The Late Late Show|Late Night with Seth Meyers|Sunday Night Football|Monday Night Football|Thursday Night Football
One Day at a Time|Two and a Half Men|Third Rock from the Sun|Seventh Heaven|Brooklyn Nine-Nine|Hawaii Five-0|11.22.63
Party of Five|The Twilight Zone|How I Met Your Mother season 3|Dark season 2|Station Eleven|The 100|4400|Three's Company
Eight Is Enough|Murder Most Horrid|Friday Night Dinner|Ripper Street|Noon in Tulsa|Night Gallery""",
    ),
    "song": (
        ["sing", "practice", "download", "transcribe", "play", "listen to"],
        """Blue Monday|Manic Monday|Ruby Tuesday|Friday I'm in Love|Sunday Bloody Sunday|Tuesday's Gone|Saturday in the Park
Monday Monday|I Don't Like Mondays|Just Another Day|Yesterday Once More|Tomorrow Never Knows|September Song
Wake Me Up When September Ends|November Rain|December Will Be Magic Again|April Come She Will|Maggie May|First of May
Summer of '69|Autumn Leaves|99 Problems|99 Red Balloons|Eight Days a Week|One Week|In the Midnight Hour|After Midnight
Rock Around the Clock|Beautiful Day|Perfect Day|Every Breath You Take|Everyday I Write the Book|Night Fever|Good Day Sunshine
The Longest Time|Time After Time|Five Years|A Day in the Life|25 or 6 to 4|Twilight Time|Nights in White Satin|Good Morning Starshine
Every Rose Has Its Thorn|Mr. November|Forever and a Day|One More Night|7 Years|1999|505|Another Day in Paradise|Once in a Lifetime
Three Little Birds|Stairway to Heaven|The Second Waltz|Symphony No. 5|Piano Concerto No. 21|Opus 10 No. 4|Sonata No. 14""",
    ),
    "name": (
        ["call", "email", "thank", "write to", "introduce myself to", "meet", "interview", "send flowers to"],
        """April Jones|May Parker|June Carter|Augusta Wilson|Jan Novak|Wednesday Addams|Dawn French|Tuesday Weld
January Smith|Summer Glau|Autumn Reeser|Eve Adams|Noel Fisher|Eve Babitz|August Wilson|Mark Twain Society|Marc Weekes
Dr. Day|Doris Day|Daniel Day-Lewis|Green Day|The Weeknd|Mr. Noon|Ms. Winter|Mrs. Weeks|Minnie Hour|Sun Li
Theresa May|Brian May|June Brown|Mae West|Tom Holiday|Billie Holiday|Professor Quarterman|Mark Forward
Ms. Sundaram|Dr. Munday|Freya March|Otto Mai|Juno Temple|Nick Knight|Fiona Knightly|Ana Morningstar|Peter Late""",
    ),
    "place": (
        ["visit", "book a table at", "find parking near", "meet Ana at", "look up", "photograph"],
        """Sunday River|Christmas Island|Easter Island|May Hall|April Lodge|Winter Park|Summerhill|Five Points|Seven Oaks|Ten Bells
Twenty-One Club|The Third Place|Midnight Espresso|Noon Street|Fourth Avenue|Fifth Avenue|42nd Street|Second Cup|Sixth Street Bridge
Thursday Island|Ruby Tuesday's|Studio 54|Area 51|Gate 22|Pier 39|Route 66|Highway 101|Platform 9 3/4|Terminal 5
Room 101|Hall 7|Building 12|Bay 4|Dock 18|Stage 3|Exit 21|Mile 26|Line 7|Section 112""",
    ),
    "noun": (
        ["buy", "order", "prepare", "write", "review", "look for", "fix", "pick up", "sort", "compare"],
        """a daily planner|the weekly report|the monthly newsletter|the quarterly numbers template|a night light|a night cream
a day pack|a day bed|an evening dress|a morning coat|an afternoon tea set|a summer dress|winter tires|spring onions|an autumn wreath
a weekend bag|a weekday calendar|the annual report|a second monitor|a second opinion|a third screen|the first draft|the last chapter
a minute steak|a minute book|an hourglass|a time clock|a time machine drive|a 3 day visa form|a 2 day pass|a five day pass
a 7 minute workout app|a 10 minute timer|a 24 hour clock|a 30 day trial license|a 60 second ad|a 90 day warranty card
the month-end checklist|the year-end letter|the half-year review form|a half-day ticket|an all-day breakfast menu
the overnight oats recipe|a Sunday roast cookbook|a Christmas tree stand|Christmas cards|Easter eggs|Halloween costumes
Valentine cards|New Year cards|a birthday candle|a Monday blues mug|a Good Friday hymn sheet|a Black Friday deals list
a May pole|a March hare mask|an August mask|a sun hat|sun cream|a sat nav|a mars bar|a second-hand bike|a first aid kit
a quarter pounder|a half pint glass|a twelve pack|a six pack|a two week notice template|a leap year puzzle|a midday lamp
the day shift roster|the night shift roster|the late fee waiver|the early bird ticket list|a next generation console
a last minute gift list|the next steps memo|the Tuesday crossword book|a Saturday job contract|the morning routine poster""",
    ),
    "phrase": (
        [""],
        """figure out the 80/20 split|buy a 24/7 adapter|50/50 the bill with Ana|read up on the 9/11 memorial|fix the 1/4 inch jack
get 3/4 inch screws|use 2/3 cup of flour|the 4x4 needs washing|draw the 16:9 frame|mix paint at 1:4|set the aspect to 4:3
odds are 7/2 on Red Rum|print 2 up 4 over|buy 6 x 4 prints|the 7.62 adapter|12/8 time practice|learn 6/8 rhythm|plan B
return 2 of the 3 shirts|call extension 1130|top up 1200 points|lift 3 sets of 12|run 5 x 400 m|swim 40 laps|do 100 pushups
read pages 10-20|read pages 3 to 9|solve exercises 1 to 12|grade questions 4-8|annotate chapters 2-5|review slides 11-30
scan documents 1 through 9|water plants 3 and 4|merge branches 10 and 12|cut boards 2 by 4|get a 10 mm wrench|buy 12 eggs
weigh 2.5 kg of flour|pour 0.5 l of milk|save 20 percent|lower the rate to 3.5%|raise the limit to 2000 euros|pay 12.50 to Ana
transfer 1.12 to the jar|buy a $5 card|sell the 2011 Corolla|test the 2024 edition|compare the 1998 and 2004 vintages|drink the 2015 Rioja
model the year 2100|discuss Vision 2030|play Cyberpunk 2077|install Office 2021|drive the Fiat 500|polish the Model 3
renew Form 1040|file W-2|read RFC 5545|check ISO 8601|cite section 3.3.10|patch CVE-2024-3094|close issue 42|review PR 1337
answer question 5|fix step 4 of the guide|replace fuse F12|solder pin 8|order part 11-20-31|swap tire 225/45 R17|tune to 98.5 FM
listen to BBC Radio 4|switch to channel 5|beat level 12|finish world 8-4|clear stage 3|win 2-1|lose 0:3|tie 1:1|serve 40-30
celebrate 6-0|explain the 4-4-2 formation|draft the 5-3-2|play e4 e5 on board 2|roll a d20|draw card 7|score 180 at darts""",
    ),
}

TEAMS = "Reds Blues Lions Bears City United Rovers Rangers Hawks Wolves Jets Kings Ajax Porto Celtic Lyon".split()
STREETS = """Main St|Oak Avenue|Elm Street|Park Road|Baker Street|Abbey Road|March Lane|May Street|April Court|Friday Street
Sunday Lane|Winter Hill|Summer Drive|Second Street|Third Avenue|Fifth Street|Noon Court|Morning Glory Way|Evening Star Drive
Rue de Rivoli|Via Roma|Hauptstrasse|Calle Mayor|Station Road|Church Lane|High Street|Mill Lane|Queen Street|King's Road""".replace("\n", "|").split("|")
SOFTWARE = "Postgres|Python|Ubuntu|Debian|Node|Rust|Firefox|Go|Java|Kafka|Rails|Django|Windows|macOS|Android|iOS|Swift|Kotlin|Redis|Nginx".split("|")
AIRLINES = "LH BA AF UA DL AA KL EK QF SQ TK IB AZ LX OS SK AY TP".split()
PRODUCTS = "iPhone|Pixel|Galaxy S|Xbox|PlayStation|Galaxy Tab|ThinkPad X|MacBook Air M|Canon EOS|Nikon Z|Lego|Dyson V|Model Y|Airbus A|Boeing|Ryzen|Core i|RTX|Kindle|GoPro Hero".split("|")
PEOPLE = "Ana|Tom|the plumber|the vet|Dr. Lee|grandma|the bank|Sam|the school|Mr. Ito".split("|")


class Draw:
    """Numbers and choices from a seed; only what Python keeps stable between versions."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def number(self, low, high):
        return low + int(self.source.random() * (high - low + 1))

    def one(self, choices):
        return choices[self.number(0, len(choices) - 1)]

    def digits(self, count):
        return "".join(str(self.number(0, 9)) for _ in range(count))


def version(d):
    number = d.one([f"{d.number(1, 30)}.{d.number(0, 30)}", f"{d.number(0, 9)}.{d.number(0, 31)}.{d.number(0, 2030)}",
                    f"v{d.number(1, 12)}.{d.number(1, 12)}.{d.number(2019, 2030)}", f"v{d.number(1, 31)}"])
    return d.one([f"upgrade to {d.one(SOFTWARE)} {number}", f"fix bug in {number} parser" if number[0] == "v" else f"fix bug in v{number} parser",
                  f"tag release v{number.lstrip('v')}", f"read the {d.one(SOFTWARE)} {number} release notes"])


def address(d):
    street = f"{d.number(1, 1999)} {d.one(STREETS)}"
    return d.one([f"deliver the parcel to {street}", f"visit {street}", f"photograph {street}", f"measure the flat at {street}",
                  f"send the keys to {street}"])


def house(d):
    return d.one([f"ring at number {d.number(1, 99)}", f"clean apartment {d.number(1, 30)}{d.one(['A', 'B', 'C'])}", f"paint room {d.number(1, 412)}",
                  f"fix the sink in unit {d.number(1, 31)}", f"inspect flat {d.number(1, 31)}", f"find locker {d.number(1, 300)}",
                  f"look at lot {d.number(1, 31)}", f"repair suite {d.number(100, 2030)}"])


def score(d):
    a, b = d.number(0, 12), d.number(0, 12)
    home, away = d.one(TEAMS), d.one(TEAMS)
    return d.one([f"write up the {home} {a}-{b} {away} match", f"watch the {home} {a}-{b} highlights", f"{home} beat {away} {a}:{b}" if b < 10 and a < 10 else f"{home} beat {away} {a}-{b}",
                  f"report {home} vs {away} {a}-{b}", f"settle the {a}-{b} bet"])


def flight(d):
    code = d.one([f"{d.one(AIRLINES)}{d.number(10, 9999)}", f"{d.one(AIRLINES)} {d.number(10, 9999)}"])
    return d.one([f"check in for {code}", f"track flight {code}", f"claim the refund for {code}", f"print the boarding pass for {code}"])


def phone(d):
    number = d.one([f"555-{d.digits(4)}", f"+1 {d.number(201, 989)} 555 {d.digits(4)}", f"({d.number(201, 989)}) 555-{d.digits(4)}",
                    f"020 7946 0{d.digits(3)}", f"0{d.number(151, 179)} {d.digits(7)}", f"+49 30 {d.digits(6)}"])
    return d.one([f"call {d.one(PEOPLE)} on {number}", f"text {number}", f"save {number} as {d.one(PEOPLE)}", f"call {number}"])


def product(d):
    name = f"{d.one(PRODUCTS)} {d.number(2, 990)}".replace("i ", "i").replace("S ", "S").replace("M ", "M").replace("V ", "V").replace("A ", "A")
    return d.one([f"buy a case for the {name}", f"sell the {name}", f"compare {name} prices", f"return the {name}", f"repair the {name}"])


def code(d):
    return d.one([f"pay invoice {d.number(100, 99999)}", f"track order #{d.number(10000, 999999)}", f"look up ISBN 978-{d.number(0, 9)}-{d.digits(6)}-{d.digits(2)}-{d.number(0, 9)}",
                  f"close ticket {d.one(['ABC', 'OPS', 'WEB'])}-{d.number(1, 2030)}", f"ping 10.{d.number(0, 31)}.{d.number(0, 12)}.{d.number(1, 254)}",
                  f"open port {d.number(80, 9999)}", f"renew policy {d.digits(4)}-{d.digits(3)}", f"use coupon SAVE{d.number(5, 50)}", f"quote {d.number(2, 60)} units of part {d.digits(3)}/{d.digits(2)}"])


def amount(d):
    n = d.number(2, 60)
    return d.one([f"buy {n} apples", f"print {n} copies", f"run {n} km", f"lift {n} kg", f"read {n} pages", f"budget ${n}00 for paint", f"cut a {n} cm board",
                  f"save {n}% on power", f"invite {n} people", f"bake {n} cookies", f"write {n} unit tests", f"pack {n} boxes"])


DRAWN = {"version": version, "address": address, "house number": house, "score": score, "flight": flight, "phone": phone,
         "product": product, "code": code, "amount": amount}


def works():
    for name, (carriers, titles) in WORKS.items():
        for n, title in enumerate(titles.replace("\n", "|").split("|")):
            # Every title stands with two of its carriers.
            for carrier in {carriers[n % len(carriers)], carriers[(n + 1) % len(carriers)]}:
                yield name, f"{carrier} {title}".strip()


def rows():
    seen = {}
    for name, text in sorted(works()):
        seen.setdefault(text, name)
    draw = Draw(20261120)
    kinds = list(DRAWN)
    while len(seen) < COUNT:
        kind = kinds[len(seen) % len(kinds)]
        seen.setdefault(DRAWN[kind](draw), kind)
    for n, (text, name) in enumerate(list(seen.items())[:COUNT]):
        yield {"id": f"t{n:04}", "class": name, "text": text}


if __name__ == "__main__":
    sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows())
