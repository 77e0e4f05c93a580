# Case: a statement in text() of SQLAlchemy
from flask import Flask, request
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

app = Flask(__name__)
engine = create_engine("sqlite:///app.db")


@app.get("/orders")
def orders():
    status = request.args["status"]  # step 1
    with Session(engine) as session:
        rows = session.execute(text("SELECT id FROM orders WHERE status = '" + status + "'"))  # sink: sql-injection
        return {"count": len(rows.all())}
