"""Calls everything that saydo offers with the official Python client, in its three modes.

Usage: client.py http|session URL TOKEN | client.py stdio|carried COMMAND ARGUMENT...
`session` is a server that keeps sessions, `carried` a command that carries messages to a server.
"""

import asyncio
import json
import os
import sys

import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.types import ElicitResult, PromptReference, ResourceTemplateReference
from pydantic import AnyUrl

MODES = ["legacy", "auto", "2026-07-28"]


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


asked = []


async def says_yes(_context, params):
    asked.append(params.message)
    return ElicitResult(action="accept", content={"confirm": True})


async def call(client, tool, **arguments):
    """The data of a call that must succeed; the client checks it against the output schema."""
    result = await client.call_tool(tool, arguments)
    text = result.content[0].text
    expect(not result.is_error, f"{tool}: {text}")
    expect(result.structured_content == json.loads(text), f"{tool}: the text is not the data")
    expect("\n" not in result.content[1].text, f"{tool}: the summary is not one line")
    return result.structured_content


async def tools(client, mode):
    """Calls every tool; deleting asks the person, who says yes."""
    listed = [tool.name for tool in (await client.list_tools()).tools]
    used = set()

    async def use(tool, **arguments):
        used.add(tool)
        return await call(client, tool, **arguments)

    async def confirmed(tool, **arguments):
        """Does what a person has to agree to: asked by the client where it can be, else by token."""
        before = len(asked)
        result = await use(tool, **arguments)
        expect(("confirm" in result) != (len(asked) > before), f"{tool}: asked in no way or twice")
        if "confirm" in result:
            expect("change_id" not in result, f"{tool}: a question changed something")
            result = await use(tool, **arguments, confirm=result["confirm"])
        expect("change_id" in result, f"{tool}: nothing happened: {result}")
        return result

    tag = f"{mode}-{os.getpid()}".replace(".", "-")
    rows = [
        {"title": f"{tag} rent", "due": "tomorrow 9am", "repeat": "every month"},
        {"title": f"{tag} one", "tags": [tag], "remind": ["10 minutes before"], "due": "friday 5pm"},
        {"title": f"{tag} two", "tags": [tag]},
    ]
    preview = await use("add_tasks", tasks=rows, dry_run=True)
    expect("change_id" not in preview, "a dry run changed something")
    request = f"add-{tag}"
    added = await use("add_tasks", tasks=rows, request_id=request)
    again = await use("add_tasks", tasks=rows, request_id=request)
    expect(added["change_id"] == again["change_id"], "a retry did it twice")
    rent, one, two = [task["id"] for task in added["tasks"]]
    found = await use("find_tasks", filter=f"#{tag}", count=True)
    expect(found["count"] == 2, f"found {found['count']} tasks")
    await use("update_tasks", changes=[{"id": one, "priority": "high"}])
    await use("reschedule_tasks", ids=[rent], to="+1d")
    await use("complete_tasks", tasks=[{"id": two}])
    await use("reopen_tasks", ids=[two])
    await use("snooze_reminders", ids=[one], until="+1h")
    await use("organize", kind="project", action="add", name=tag)
    await confirmed("bulk_change", filter=f"#{tag}", action="project", value=tag)
    deleted = await confirmed("delete_tasks", ids=[one, two])
    undone = await use("undo", change_id=deleted["change_id"])
    expect(undone["undone"] == [deleted["change_id"]], "the wrong change was undone")
    history = await use("get_history", limit=1)
    expect(history["changes"][0]["via"] == "mcp", "the change is not known as an assistant's")
    await use("get_overview")
    expect(set(listed) == used, f"not called: {set(listed) - used}")

    refused = await client.call_tool("find_tasks", {"filtr": "x"})
    expect(refused.is_error and "did you mean" in refused.content[1].text, "no clear refusal")
    return tag


async def rest(client, tag):
    """Resources, prompts, completions."""
    resources = (await client.list_resources()).resources
    expect(any(str(it.uri) == "saydo://overview" for it in resources), "no overview")
    for resource in resources:
        contents = (await client.read_resource(str(resource.uri))).contents
        json.loads(contents[0].text)
    expect(len((await client.list_resource_templates()).resource_templates) == 3, "no templates")
    names = [prompt.name for prompt in (await client.list_prompts()).prompts]
    for name in names:
        arguments = {"task": f"{tag} rent"} if name == "break_down_task" else {}
        expect((await client.get_prompt(name, arguments)).messages, f"{name} says nothing")
    reference = PromptReference(name="break_down_task")
    found = await client.complete(reference, {"name": "task", "value": tag})
    expect(found.completion.values, "no task is completed")
    reference = ResourceTemplateReference(uri="saydo://project/{id}")
    found = await client.complete(reference, {"name": "id", "value": tag})
    expect(found.completion.values == [tag], "no project is completed")


async def judge(mode, target, connection_lasts):
    async with Client(target, mode=mode, elicitation_callback=says_yes) as client:
        expected = "2025-11-25" if mode == "legacy" else "2026-07-28"
        expect(client.protocol_version == expected, f"{mode} speaks {client.protocol_version}")
        # A client that is told the revision never asks who it talks to.
        named = mode == "2026-07-28" or client.server_info.name == "saydo"
        expect(named, "a server without a name")
        tag = await tools(client, mode)
        can_ask = mode != "legacy" or connection_lasts
        expect(bool(asked) == can_ask, f"{mode}: the person was asked {len(asked)} times")
        asked.clear()
        await rest(client, tag)


async def main():
    kind, *rest_of = sys.argv[1:]
    for mode in MODES:
        if kind in ("http", "session"):
            url, token = rest_of
            headers = {"Authorization": f"Bearer {token}"}
            async with httpx2.AsyncClient(headers=headers, timeout=60) as http:
                await judge(mode, streamable_http_client(url, http_client=http), kind == "session")
        else:
            command, *arguments = rest_of
            await judge(mode, StdioServerParameters(command=command, args=arguments), kind == "stdio")
        print(f"{mode}: ok")


asyncio.run(main())
