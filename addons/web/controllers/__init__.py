from . import app, content, data, report, session, wizard
