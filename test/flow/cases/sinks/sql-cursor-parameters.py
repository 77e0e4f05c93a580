# Case: the same statement with parameters
import MySQLdb
from flask import Flask, request

app = Flask(__name__)


@app.get("/products")
def products():
    brand = request.args.get("brand", "")
    database = MySQLdb.connect(db="shop")
    cursor = database.cursor()
    cursor.execute("SELECT id FROM products WHERE brand = %s", (brand,))  # safe: sql-injection
    return {"count": cursor.rowcount}
