"""Opens a notebook in JupyterLab as a student does, runs all its cells, and takes a picture of what it shows.

usage: browse.py URL PICTURE CELL

URL is that of the notebook, with its token, in a JupyterLab started with --LabApp.expose_app_in_browser=True. PICTURE is the
file for the picture, which shows the cell with the id CELL and what follows. Prints as JSON what can be seen in the end.
Needs Chromium and its driver.
"""

import json
import os
import shutil
import sys

from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

WIDTH, HEIGHT, ALL_CELLS_HIGH = 1300, 1500, 60000
PATIENCE = 240  # seconds, for each step

# How many cells have not been run to the end. From the model, since JupyterLab draws only cells that are in view.
UNFINISHED = """return jupyterapp.shell.currentWidget.content.widgets
    .filter(cell => cell.model.type === 'code' && !(cell.model.executionCount > 0 && cell.model.executionState === 'idle'))
    .length"""

# Not by its status: JJava says nothing of that before it has run something.
KERNEL_IS_THERE = """const context = jupyterapp.shell.currentWidget?.sessionContext;
    return !!context?.isReady && context.session?.kernel?.connectionStatus === 'connected'"""

SEEN = """
const visible = e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0 };
const all = s => [...document.querySelectorAll(s)].filter(visible);
return {
    pictures: all('.jp-OutputArea-output img').map(e => ({
        alt: e.alt, width: e.naturalWidth, complete: e.complete, inView: e.getBoundingClientRect().width})),
    tables: all('.jp-OutputArea-output table').map(e => e.innerText),
    marks: all('.jp-OutputArea-output td').filter(e => e.innerText.includes('unsafe')).map(e => getComputedStyle(e).color),
    errors: all('.jp-OutputArea-output[data-mime-type*="stderr"], .jp-OutputArea-output[data-mime-type*="error"]').map(e => e.innerText),
    popups: all('.jp-toast-message, .Toastify__toast, .jp-Dialog').map(e => e.innerText),
}"""


def open_browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     "--lang=en", f"--window-size={WIDTH},{HEIGHT}"]:
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium refuses to make its sandbox as root
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def run_all_cells(browser, patiently):
    """From the menu Run."""
    def click(where):
        patiently.until(lambda b: [e for e in b.find_elements(By.XPATH, where) if e.is_displayed()])[0].click()

    patiently.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-CodeCell"))
    # Cells that are run before there is a kernel are not run later. The name of the kernel is shown long before that.
    patiently.until(lambda b: b.execute_script(KERNEL_IS_THERE))
    click("//li[contains(@class,'lm-MenuBar-item')][.//div[text()='Run']]")
    click("//li[@data-command='runmenu:run-all']")
    patiently.until(lambda b: b.execute_script(UNFINISHED) == 0)


def look_at_everything(browser, patiently):
    """In a window so high that no cell is out of view."""
    browser.set_window_size(WIDTH, ALL_CELLS_HIGH)
    patiently.until(lambda b: (lambda seen: seen["pictures"] and all(p["complete"] for p in seen["pictures"]))(b.execute_script(SEEN)))
    return browser.execute_script(SEEN)


def scroll_to(browser, cell):
    """Puts a cell at the top, again until it stays there: cells that come into view become higher than JupyterLab thought."""
    at_top = """const notebook = jupyterapp.shell.currentWidget.content;
        const index = notebook.widgets.findIndex(cell => cell.model.id === arguments[0]), node = notebook.widgets[index].node;
        const top = () => node.getBoundingClientRect().top - notebook.node.getBoundingClientRect().top;
        if (node.isConnected && top() >= 0 && top() < 40) return true;
        if (node.isConnected) node.scrollIntoView(); else notebook.scrollToItem(index, 'start');
        return false"""
    try:
        WebDriverWait(browser, 10, poll_frequency=0.2).until(lambda b: b.execute_script(at_top, cell))
    except TimeoutException:
        pass  # Near the end of a notebook a cell cannot come to the top. It matters for the picture only.


def main(url, picture, cell):
    browser = open_browser()
    try:
        patiently = WebDriverWait(browser, PATIENCE, poll_frequency=0.2)
        browser.get(url)
        run_all_cells(browser, patiently)
        seen = look_at_everything(browser, patiently)
        browser.set_window_size(WIDTH, HEIGHT)
        scroll_to(browser, cell)
        webdriver.ActionChains(browser).move_to_element(browser.find_element(By.ID, "jp-MainLogo")).perform()  # no row is lit up
        browser.save_screenshot(picture)
        print(json.dumps(seen))
    finally:
        browser.quit()


main(sys.argv[1], sys.argv[2], sys.argv[3])
