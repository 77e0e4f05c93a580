# Case: the value of a message of Kafka is unpickled
import pickle

from kafka import KafkaConsumer


def consume():
    consumer = KafkaConsumer("tasks", bootstrap_servers="localhost:9092")
    for message in consumer:  # step 1
        task = pickle.loads(message.value)  # step 1 # sink: deserialisation-of-received-data
        task.run()


consume()
