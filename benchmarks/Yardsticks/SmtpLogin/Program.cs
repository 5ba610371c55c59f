using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

// A minimal console program that logs in to an SMTP server: STARTTLS with a verified certificate, AUTH PLAIN, QUIT. Arguments:
// HOST PORT ROOT USER, with the password on standard input.
var (host, port, root, user) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args[3]);
var password = Console.ReadLine();
using var client = new TcpClient(host, port);
Stream stream = client.GetStream();
Expect("220");
Say("EHLO client.example.test", "250");
Say("STARTTLS", "220");

var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
policy.CustomTrustStore.ImportFromPemFile(root);
using var tls = new SslStream(stream);
tls.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = policy });
stream = tls;

Say("EHLO client.example.test", "250");
Say($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"))}", "235");
Say("QUIT", "221");
Console.WriteLine("Passed");

void Say(string command, string code)
{
    stream.Write(Encoding.ASCII.GetBytes($"{command}\r\n"));
    Expect(code);
}

void Expect(string code)
{
    var buffer = new byte[4096];
    var length = 0;
    while (true)
    {
        var read = stream.Read(buffer, length, buffer.Length - length);
        if (read == 0) throw new IOException("The server ended the session.");
        length += read;
        if (buffer[length - 1] != '\n') continue;
        var last = Encoding.ASCII.GetString(buffer, 0, length).TrimEnd().Split('\n')[^1];
        if (last[3] == '-') continue;
        if (!last.StartsWith(code, StringComparison.Ordinal)) throw new IOException($"The server answered {last}");
        return;
    }
}
