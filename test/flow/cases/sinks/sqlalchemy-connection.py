# Case: a statement of the driver on a connection of SQLAlchemy
from flask import Flask, request
from sqlalchemy import create_engine

app = Flask(__name__)
engine = create_engine("postgresql:///app")


@app.delete("/orders")
def remove():
    customer = request.args["customer"]  # step 1
    with engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM orders WHERE customer = '%s'" % customer)  # sink: sql-injection
    return {"ok": True}
