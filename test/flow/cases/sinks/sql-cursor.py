# Case: a statement built with % runs on a cursor of MySQLdb
import MySQLdb
from flask import Flask, request

app = Flask(__name__)


@app.get("/products")
def products():
    brand = request.args.get("brand", "")  # step 1
    database = MySQLdb.connect(db="shop")
    cursor = database.cursor()
    cursor.execute("SELECT id FROM products WHERE brand = '%s'" % brand)  # sink: sql-injection
    return {"count": cursor.rowcount}
