using System.Text;
using EmailSettings.Mail;
using EmailSettings.Mail.Sasl;
using EmailSettings.Messages.Login;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The mechanisms of MailKit and Kerberos, whose libraries are loaded only when one of them is used.</summary>
internal sealed class FurtherMechanisms : ISaslClients
{
    public ISaslClient Create(SaslMechanism mechanism, MailCredential credential, MailProtocol protocol, string host) => new Client(LoginMechanism.Create(
        SaslSelection.NameOf(mechanism), $"{(protocol == MailProtocol.Smtp ? "smtp" : "imap")}/{host}", credential.User, Encoding.UTF8.GetString(credential.Secret)));

    private sealed class Client(LoginMechanism mechanism) : ISaslClient
    {
        public bool IsComplete => mechanism.IsComplete;

        public void Dispose() => mechanism.Dispose();

        // On another thread, which is abandoned on a timeout: Kerberos calls cannot be canceled.
        public async ValueTask<byte[]> RespondAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken)
        {
            try
            {
                return await Task.Run(() => mechanism.Respond(challenge.Span, cancellationToken), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (LoginException e)
            {
                throw new SaslClientException(FaultOf(e.Fault), e.Message);
            }
        }

        private static SaslFault FaultOf(LoginFault fault) => fault switch
        {
            LoginFault.NotPossibleHere => SaslFault.NotPossibleHere,
            LoginFault.KdcNotFound => SaslFault.KdcNotFound,
            LoginFault.TicketRefused => SaslFault.TicketRefused,
            LoginFault.ServiceUnknown => SaslFault.ServiceUnknown,
            LoginFault.ServerNotProven => SaslFault.ServerNotProven,
            LoginFault.ChannelBinding => SaslFault.ChannelBinding,
            _ => SaslFault.BadChallenge,
        };
    }
}
