/** Names that Python itself gives a meaning. */

const standardModules: ReadonlySet<string> = new Set(
  (
    "abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath " +
    "cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses " +
    "datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions " +
    "ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress itertools " +
    "json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nis nntplib " +
    "numbers operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix pprint profile pstats pty pwd " +
    "py_compile pyclbr pydoc queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site " +
    "smtpd smtplib sndhdr socket socketserver spwd sqlite3 ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog " +
    "tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types " +
    "typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo"
  ).split(" "),
);

/** Whether the standard library has a top-level module of that name, in any version of Python 3. */
export function isStandardModule(name: string): boolean {
  return standardModules.has(name);
}

const builtinClasses: ReadonlySet<string> = new Set(
  "str bytes bytearray int float complex bool dict list tuple set frozenset object type range slice memoryview".split(
    " ",
  ),
);

/** Whether calling a built-in name makes an object of it. */
export function isBuiltinClass(name: string): boolean {
  return builtinClasses.has(name);
}

const builtinFunctions: ReadonlySet<string> = new Set(
  (
    "abs aiter all anext any ascii bin breakpoint callable chr classmethod compile delattr dir divmod enumerate eval exec filter format getattr globals hasattr " +
    "hash help hex id input isinstance issubclass iter len locals map max min next oct open ord pow print property repr reversed round setattr sorted " +
    "staticmethod sum super vars zip __import__ None True False NotImplemented Ellipsis __name__ __file__ __doc__ raw_input unicode unichr basestring long " +
    "xrange reduce file cmp execfile reload"
  ).split(" "),
);

/** Whether a name is built in, in Python 3 or 2. */
export function isBuiltin(name: string): boolean {
  return (
    builtinClasses.has(name) ||
    builtinFunctions.has(name) ||
    /^[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt)$/.test(name)
  );
}
