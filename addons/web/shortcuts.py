"""The keyboard shortcuts, as the list behind `?` and the documentation show them. `static/src/keyboard.js` carries them out."""
from .page import translate as _


def shortcuts():
    """[(title, [(keys, what they do)])] in the user's language. Keys of one shortcut are joined by '+', alternatives by ' / '."""
    return [
        (_("Everywhere"), [
            ("Ctrl+K", _("Find and open anything: menus, documents, what this page offers")),
            ("Alt+H", _("Home: all apps")),
            ("Alt+1 / … / Alt+9", _("The entries of the app's menu")),
            ("/ / Alt+Q", _("To the search box")),
            ("Alt", _("Hold it: the keys of this page's buttons appear")),
            ("?", _("This list")),
            ("Esc", _("Close a menu, a list or a dialog")),
        ]),
        (_("Records"), [
            ("Ctrl+S / Alt+S", _("Save")),
            ("Alt+J", _("Discard the changes")),
            ("Alt+C", _("New record")),
            ("Alt+V", _("Next step of the document: confirm, validate, post")),
            ("Alt+X", _("Cancel the document; in a dialog: close")),
            ("Alt+N / Alt+P", _("Next and previous record, or page of the list")),
            ("Ctrl+D", _("Delete, after the consequences are listed")),
            ("Alt+U", _("More actions")),
            ("Alt+W", _("Way of the document: the workflow drawing")),
        ]),
        (_("Lists"), [
            ("↓ / ↑", _("From row to row")),
            ("Enter", _("Open the row")),
            ("Space", _("Select the row")),
            ("← / →", _("Fold and unfold a group")),
        ]),
        (_("Fields and lines"), [
            ("↓", _("Suggestions of a field")),
            ("F4", _("The whole list of a field, in a dialog")),
            ("F1", _("What the field is for")),
            ("Enter", _("To the next line; after the last one, a new line")),
            ("Esc", _("Take back what was typed into the line")),
            ("Alt+↑ / Alt+↓", _("Move the line")),
            ("Ctrl+V", _("Paste rows of a spreadsheet as lines")),
        ]),
    ]
