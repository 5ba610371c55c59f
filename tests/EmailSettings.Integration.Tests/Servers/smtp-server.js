// A submission server of Node.js: node smtp-server.js PORT TLS-PORT CERT KEY USER CLIENTS, the password in ES_PASSWORD.
const { readFileSync } = require('fs');
const { SMTPServer } = require('smtp-server');

const [port, tlsPort, cert, key, user, clients] = process.argv.slice(2);
const password = process.env.ES_PASSWORD;

const refuse = (code, text) => Object.assign(new Error(text), { responseCode: code });

const options = {
  name: 'smtp.mail.test',
  cert: readFileSync(cert),
  key: readFileSync(key),
  size: 2000000,
  maxClients: Number(clients),
  authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  authOptional: true,
  onAuth(auth, session, done) {
    const isRight = auth.username === user && (auth.validatePassword ? auth.validatePassword(password) : auth.password === password);
    return isRight ? done(null, { user }) : done(refuse(535, 'Authentication failed'));
  },
  onMailFrom(address, session, done) {
    return address.address.startsWith('refused@') ? done(refuse(550, 'Sender address rejected')) : done();
  },
  onRcptTo(address, session, done) {
    if (session.user) return done();
    if (!address.address.endsWith('@mail.test')) return done(refuse(550, 'Relaying denied'));
    return address.address.startsWith('alice@') ? done() : done(refuse(550, 'No such user here'));
  },
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', done);
  },
};

const serve = (at, secure) => {
  const server = new SMTPServer({ ...options, secure });
  // A client that breaks off is no reason to end.
  server.on('error', (error) => console.log(String(error)));
  server.listen(Number(at), '127.0.0.1');
};
serve(port, false);
serve(tlsPort, true);
