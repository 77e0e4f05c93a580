# Case: a filter built by expressions of SQLAlchemy
from flask import Flask, request
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from shop.models import Order

app = Flask(__name__)
engine = create_engine("sqlite:///app.db")


@app.get("/orders")
def orders():
    status = request.args["status"]
    with Session(engine) as session:
        rows = session.execute(select(Order).where(Order.status == status)).all()  # safe: sql-injection
    return {"count": len(rows)}
