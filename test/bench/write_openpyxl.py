"""Writes the cells it was given with openpyxl, once per line on standard input, and prints how many
milliseconds that took. Arguments: FILE (json of workbook-cells.ts), "styled" or "plain"."""

import io
import json
import sys
import time

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

with open(sys.argv[1], encoding="utf-8") as file:
    BOOK = json.load(file)
STYLED = sys.argv[2] == "styled"


def colour(of):
    return (of or {}).get("argb")


def font(style):
    of = style.get("font") or {}
    return Font(
        name=of.get("name"),
        size=of.get("size"),
        bold=of.get("bold"),
        italic=of.get("italic"),
        underline="single" if of.get("underline") else None,
        color=colour(of.get("color")),
    )


def fill(style):
    of = style.get("fill") or {}
    if of.get("type") != "pattern" or of.get("pattern") in (None, "none"):
        return None
    return PatternFill(of["pattern"], fgColor=colour(of.get("fgColor")))


def alignment(style):
    of = style.get("alignment") or {}
    vertical = {"middle": "center"}.get(of.get("vertical"), of.get("vertical"))
    return Alignment(
        horizontal=of.get("horizontal"), vertical=vertical, wrap_text=of.get("wrapText")
    )


def side(of):
    return Side(style=of.get("style"), color=colour(of.get("color"))) if of else None


def border(style):
    of = style.get("border") or {}
    return Border(**{edge: side(of.get(edge)) for edge in ("left", "right", "top", "bottom")})


STYLES = [
    {
        "font": font(style),
        "fill": fill(style),
        "alignment": alignment(style),
        "border": border(style),
        "number_format": style.get("numFmt"),
    }
    for style in BOOK["styles"]
]


def write():
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in BOOK["sheets"]:
        worksheet = workbook.create_sheet(sheet["name"])
        for column, width in sheet["widths"]:
            worksheet.column_dimensions[get_column_letter(column)].width = width
        for item in sheet["cells"]:
            value = item["value"]
            if item["formula"] is not None:
                value = "=" + item["formula"]
            cell = worksheet.cell(item["row"], item["column"], value)
            if item["link"] is not None:
                cell.hyperlink = item["link"]
            if STYLED:
                for name, part in STYLES[item["style"]].items():
                    if part is not None:
                        setattr(cell, name, part)
        for merged in sheet["merges"]:
            worksheet.merge_cells(merged)
    out = io.BytesIO()
    workbook.save(out)
    return out.getbuffer().nbytes


print("ready", flush=True)
for _ in sys.stdin:
    began = time.perf_counter()
    if write() < 10_000:
        raise SystemExit("openpyxl wrote next to nothing")
    print((time.perf_counter() - began) * 1000, flush=True)
