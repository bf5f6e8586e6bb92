// The client: small modules over htmx and idiomorph. Pages work without them; they make pages quick.
import "./morphing.js";
import "./requests.js";
import "./notebook.js";
import "./form.js";
import "./connection.js";
import "./drafts.js";
import "./combobox.js";
import "./lines.js";
import "./list.js";
import "./search.js";
import "./dialog.js";
import "./feedback.js";
import "./palette.js";
import "./pager.js";
import "./keyboard.js";
import "./dates.js";
import "./chrome.js";
