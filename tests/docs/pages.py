"""Pages of Markdown as what the test needs of them: blocks of code, links, and words in backticks."""

import dataclasses
import pathlib
import re


@dataclasses.dataclass
class Block:
    language: str
    line: int  # of its first line, from 1
    file: str  # that the line above names: "`mine/main.cpp`:"; empty: none
    lines: list

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"


@dataclasses.dataclass
class Page:
    path: pathlib.Path
    name: str  # relative to the project
    blocks: list
    prose: list  # (line, text) without the blocks

    def inline(self):
        """(line, words in backticks)"""
        for line, text in self.prose:
            for words in re.findall(r"`([^`]+)`", text):
                yield line, words.replace(r"\|", "|")

    def links(self):
        for line, text in self.prose:
            for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text)):
                yield line, target

    def anchors(self):
        headings = (re.match(r"#+\s+(.*)", text) for _, text in self.prose)
        return {re.sub(r"[^\w\- ]", "", each.group(1).lower()).replace(" ", "-") for each in headings if each}


def read_page(path, root):
    blocks, prose, block = [], [], None
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fence = re.match(r"```(\w*)\s*$", text)
        if block is None and fence:
            above = next((each for _, each in reversed(prose) if each.strip()), "")
            named = re.search(r"`([\w./-]+)`:$", above)
            block = Block(fence.group(1), number + 1, named.group(1) if named else "", [])
        elif block is not None and fence:
            blocks.append(block)
            block = None
        elif block is not None:
            block.lines.append(text)
        else:
            prose.append((number, text))
    assert block is None, f"{path}: a block is never closed"
    # A link's text may run on to the next line.
    joined = [(line, text + (" " + prose[i + 1][1] if i + 1 < len(prose) and text.count("[") > text.count("]") else ""))
              for i, (line, text) in enumerate(prose)]
    return Page(path, str(path.relative_to(root)), blocks, joined)


@dataclasses.dataclass
class Command:
    line: int
    text: str
    expected: list  # lines that it must print; None: none are shown


def commands_of(page):
    """In the order of the page. A block `sh` has commands alone, a block `console` has "$ " before them and what they
    print below. A here-document and a line that ends in a backslash belong to the command before."""
    for block in page.blocks:
        if block.language not in ("sh", "console"):
            continue
        command, until = None, None
        for number, text in enumerate(block.lines, block.line):
            if until is not None:
                command.text += "\n" + text
                until = None if text == until else until
            elif command and command.text.endswith("\\"):
                command.text += "\n" + text
            elif block.language == "console" and not text.startswith("$ "):
                assert command, f"{page.name}:{number}: nothing was asked that could say this"
                command.expected.append(text)
            elif text.strip() and not text.startswith("#"):
                if command:
                    yield command
                shown = block.language == "console"
                command = Command(number, text[2:] if shown else text, [] if shown else None)
                here = re.search(r"<<-?'?(\w+)'?", text)
                until = here.group(1) if here else None
        if command:
            yield command
