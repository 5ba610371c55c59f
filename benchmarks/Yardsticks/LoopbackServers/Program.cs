// Usage: LoopbackServers FOLDER. Writes FOLDER/root.pem, the root of all its certificates, then a line "NAME PORT" for each
// server and an empty one; exits at the end of its standard input.
using System.Globalization;
using LoopbackServers;

using var authority = new Authority();
await File.WriteAllTextAsync(Path.Combine(args[0], "root.pem"), authority.RootPem);

var certificate = authority.Serve();
Listener[] listeners =
[
    new("smtp", (stream, stop) => new SmtpDialogue(certificate, resumes: false).RunAsync(stream, stop)),
    new("smtp-resuming", (stream, stop) => new SmtpDialogue(certificate, resumes: true).RunAsync(stream, stop)),
    new("imap", (stream, stop) => ImapDialogue.RunAsync(stream, certificate, stop)),
    new("token", (stream, stop) => TokenDialogue.RunAsync(stream, certificate, stop)),
    new("silent", (_, stop) => Task.Delay(Timeout.Infinite, stop)),
];
foreach (var listener in listeners)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listener.Name} {listener.Port}"));
Console.WriteLine();

while (await Console.In.ReadLineAsync() is not null)
{
}

foreach (var listener in listeners) listener.Dispose();
