from . import app, brand, chatter, content, data, explanation, export, report, session, tools, wizard
