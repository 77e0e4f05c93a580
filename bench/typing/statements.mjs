// What the typist types. `{p}` stands for a parameter of the function that is being edited.

/** Everyday code, typed character by character; a line's leading blanks are its indentation below the first. */
export const statements = [
  "count = len({p}) + 1",
  "result = self._lookup({p}, {'id': [item['id'] for item in {p}]})",
  'LOG.debug("Handled %s, %d left", {p}, len({p}))',
  "for item in sorted({p}, key=lambda entry: entry['id']):\n    total += item[\"size\"] * 2",
  "if {p} is None or not {p}:\n    return None",
  "names = [name.strip() for name in ({p} or '').split(',')]",
  "cmd = ['ip', 'netns', 'exec', namespace, \"dnsmasq\", '--port=%d' % port]",
  "try:\n    self._process({p}, timeout=(3, 10))\nexcept ValueError as error:\n    LOG.warning('Cannot process %s: %s', {p}, error)",
  "message = f\"port {{p}['id']} is on {host!r}\"",
  "with self._lock:\n    self._ports[{p}] = {'state': \"active\", 'fixed_ips': []}",
  "assert {p}.startswith('tap'), \"unexpected device\"",
  "subnets = {subnet['id']: subnet for subnet in plugin.get_subnets(context, filters={'id': [{p}]})}",
  "return self.client.call(self.context, 'update', values=({p}, [1, 2, (3, 4)]))",
];

/** Code and words without brackets and quotes: most states on the way parse. */
export const plainStatements = [
  "# the lease is renewed before it ends, see above",
  "count += 1",
  "previous = {p}.state",
  "# TODO: verify the certificate here",
  "address = self.address\nport = {p}",
  "self.retries -= 1",
  "if {p}.enabled:\n    return None",
  "del {p}",
];

/** Defects, typed character by character too, so that findings come while typing. */
export const defects = [
  'subprocess.call("ip link show %s" % {p}, shell=True)',
  "os.system('ip netns delete ' + {p})",
  "data = pickle.loads({p})",
  "config = yaml.load(open('/tmp/config.yaml'))",
  'response = requests.get("https://" + {p}, verify=False)',
  "digest = hashlib.md5({p}.encode('utf-8')).hexdigest()",
  'query = """SELECT * FROM ports\nWHERE id = \'%s\'""" % {p}',
  "try:\n    self._process({p})\nexcept Exception:\n    pass",
  'password = "secret-of-the-agent"',
  "value = eval({p})",
  "os.chmod('/var/lib/agent', 0o777)",
];

/** Pasted in one edit. */
export const pastes = [
  "subprocess.call(cmd, shell=True)",
  "subprocess.Popen(['sh', '-c', {p}],\n                 shell=True, stdout=subprocess.PIPE)",
  "context = ssl._create_unverified_context()\nclient = httplib.HTTPSConnection({p}, context=context)",
  "with tarfile.open({p}) as archive:\n    archive.extractall('/tmp/unpacked')",
  "token = ''.join(random.choice(string.ascii_letters) for _ in range(16))",
];

/** Texts of docstrings: each opens and closes a triple quote. */
export const docstrings = ['"""Return the port\'s address."""', "'''Renew it.\n\n:param port: the port\n'''"];

/** Typed inside the last bracket of a statement that is there already, after its closing bracket has been deleted. */
export const additions = [", timeout=10", ", *args", ", {'id': [1]}", ', name="x"', ""];
