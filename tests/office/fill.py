"""Fill a workbook in LibreOffice as a person does, and save it; runs under an interpreter that has `uno`.

Reads from stdin: {"pipe": name, "open": path, "cells": [[sheet, cell, text], …], "save": {path: filter}}.
Each text is typed: LibreOffice decides, as at the keyboard, whether it is a number, a day or a text.
"""

import json
import os
import sys
import time
from contextlib import suppress

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

task = json.load(sys.stdin)
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(300):
    try:
        context = resolver.resolve(f"uno:pipe,name={task['pipe']};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        time.sleep(0.1)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue(Name="Hidden", Value=True)
book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(task["open"]), "_blank", 0, (hidden,))
for sheet, cell, text in task["cells"]:
    book.Sheets.getByName(sheet).getCellRangeByName(cell).FormulaLocal = text
book.calculateAll()
for path, kind in task["save"].items():
    book.storeToURL(uno.systemPathToFileUrl(path), (PropertyValue(Name="FilterName", Value=kind),))
book.close(True)
with suppress(DisposedException):  # the office closes the line before it answers
    desktop.terminate()
os._exit(0)  # at its own end, the bridge to an office that is gone may crash
