import os

from sqlalchemy import create_engine
from sqlalchemy import create_engine as engine

# ruleid: credentials-in-url
BROKER = "amqp://shop:Tr0ub4dor3@queue.shop.lan:5672/"


def database():
    # ruleid: credentials-in-url
    return create_engine("postgresql+psycopg2://shop:hunter2@db/shop", echo=False)


class Feed:
    # ruleid: credentials-in-url
    address: str = 'https://reader:s3sam0pen@feeds.shop.lan/all.xml'

    def open(self):
        def second():
            # ruleid: credentials-in-url
            return engine(url="mysql://root:qwerty@10.0.0.5/shop")

        return second


def from_the_environment():
    # ok: credentials-in-url
    return create_engine("postgresql://%s:%s@db/shop" % (os.environ["U"], os.environ["P"]))


def pasted(user, password):
    # ok: credentials-in-url
    return create_engine(f"postgresql://{user}:{password}@db/shop")


# ok: credentials-in-url
DOCUMENTED = "Give it as postgresql://user:hunter2@db/shop"
# ok: credentials-in-url
PLACEHOLDER = "amqp://user:password@host:5672/"
# ok: credentials-in-url
GUEST = "amqp://guest:guest@localhost/"
# ok: credentials-in-url
WITHOUT = "https://shop.example:8443/a@b", "ssh://git@shop.example:22/x"
