using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Findings for a server that ends the session, whatever command it answers so.</summary>
internal static class SessionEndings
{
    /// <summary>The finding; null where the session goes on, or has ended for another reason.</summary>
    public static Finding? TryDescribe(ServerTestContext context, MailFailure failure)
    {
        var row = failure switch
        {
            { Kind: MailFailureKind.ClientCertificateRequired } => TlsFindings.TlsClientCertificateRequired,
            { Reply.EndsSession: true } => ConnectionFindings.GreetingTryLater,
            _ => null,
        };
        context.IsConnectionLost |= row is not null;
        return row?.At(value: context.Target, serverText: failure.ServerText);
    }
}
