"""Judges the fake model by OpenAI's own client: what that reads as answers, calls and errors, is what a
real server would have said."""

import json
import sys

import openai

BASE_URL, KEY, MODEL = sys.argv[1:]
client = openai.OpenAI(base_url=BASE_URL, api_key=KEY, max_retries=0, timeout=20)
TOOLS = [{"type": "function", "function": {"name": "find_tasks", "parameters": {"type": "object"}}}]


def expect(condition, words):
    if not condition:
        raise AssertionError(words)


def step(message):
    """What one streamed step says, calls, and why it stops."""
    stream = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": message}],
        tools=TOOLS,
        stream=True,
        stream_options={"include_usage": True},
    )
    text, calls, stop, usage = "", {}, None, None
    for chunk in stream:
        usage = chunk.usage or usage
        for choice in chunk.choices:
            text += choice.delta.content or ""
            stop = choice.finish_reason or stop
            for piece in choice.delta.tool_calls or []:
                call = calls.setdefault(piece.index, {"name": "", "arguments": ""})
                call["name"] += piece.function.name or ""
                call["arguments"] += piece.function.arguments or ""
    return text, list(calls.values()), stop, usage


def answers():
    text, calls, stop, usage = step("hällo, wie geht's? 日本")
    expect(text == "You said: hällo, wie geht's? 日本", text)
    expect((calls, stop) == ([], "stop"), f"{calls} {stop}")
    expect(usage is not None and usage.total_tokens == 920, str(usage))
    expect(step("behave: length")[2] == "length", "not cut off")
    expect(step("behave: filter")[2] == "content_filter", "not filtered")


def calls():
    text, calls, stop, _ = step("behave: call")
    expect((text, stop) == ("Let me see.", "tool_calls"), f"{text} {stop}")
    expect([call["name"] for call in calls] == ["find_tasks", "get_overview"], str(calls))
    expect(json.loads(calls[0]["arguments"]) == {"text": "milk", "limit": 3}, str(calls))
    expect(json.loads(calls[1]["arguments"]) == {}, str(calls))


def errors():
    refusals = {
        "busy": openai.RateLimitError,
        "fail": openai.InternalServerError,
        "denied": openai.AuthenticationError,
        "cut": openai.APIError,
        "error": openai.APIError,
    }
    for name, expected in refusals.items():
        try:
            step(f"behave: {name}")
        except expected:
            continue
        except Exception as error:  # noqa: BLE001, a client may see a break as its transport's
            expect(name == "cut", f"{name}: {error!r}")
            continue
        raise AssertionError(f"{name} went well")


for judge in (answers, calls, errors):
    judge()
    print(f"{judge.__name__}: ok")
