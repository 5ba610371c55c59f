using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Benchmarks;

namespace EmailSettings.MailKitComparison;

/// <summary>
/// The same steps with the same server: connect, STARTTLS, EHLO, AUTH PLAIN, QUIT; certificate verified, revocation not checked.
/// </summary>
internal static class Rows
{
    /// <param name="rootPath">The servers' root, which the operating system trusts in this process.</param>
    /// <param name="plain">The port of the server without TLS session resumption.</param>
    /// <param name="resuming">The port of the server with it.</param>
    public static IEnumerable<Row> All(string rootPath, string plain, string resuming)
    {
        var plainPort = int.Parse(plain, CultureInfo.InvariantCulture);
        var resumingPort = int.Parse(resuming, CultureInfo.InvariantCulture);
        X509Certificate2Collection roots = [X509CertificateLoader.LoadCertificateFromFile(rootPath)];

        yield return Of("SMTP test, the system trusts the root", new MailKitTest(plainPort, []), new OurTest(plainPort, []), Target.TimeAtMost(1.2));
        yield return Of("SMTP test, an extra root is trusted", new MailKitTest(plainPort, roots), new OurTest(plainPort, roots), Target.TimeAtMost(1.2));
        yield return Of("SMTP test, both resume their TLS session",
            new MailKitTest(resumingPort, []), new OurTest(resumingPort, []) { Resumes = true }, Target.TimeAtMost(1.2));
    }

    private static Row Of(string name, MailKitTest bare, OurTest ours, Target target) =>
        new(name, () => bare.RunAsync().GetAwaiter().GetResult(), () => ours.RunAsync().GetAwaiter().GetResult(), target);
}
