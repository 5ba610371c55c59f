using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>Maps meanings to findings with applicable next steps, according to what is known.</summary>
internal static class ReplyVerdicts
{
    /// <summary>Returns the finding for a meaning.</summary>
    public static ReplyVerdict Of(ReplyMeaning meaning, ReplyContext known) => OfMachine(meaning, known) ?? OfLogin(meaning, known) ?? OfServer(meaning, known) ?? OfDelivery(meaning, known);

    private static ReplyVerdict? OfMachine(ReplyMeaning meaning, ReplyContext known) => meaning switch
    {
        ReplyMeaning.NameRefused => new(MachineFindings.CapabilitiesNameRefused, HasFullName(known) ? MachineFindings.NamedStep : null, known.ClientName ?? "as given"),
        ReplyMeaning.AddressRefused => new(MachineFindings.GreetingAddressRefused, ListsAddresses(known) ? MachineFindings.ListedAddressStep : null),
        ReplyMeaning.AddressListed => new(MachineFindings.GreetingAddressListed, known.Is(ReplyCondition.LoggedIn) ? MachineFindings.LoggedInStep : null),
        ReplyMeaning.ReverseNameMissing => new(MachineFindings.GreetingReverseNameMissing, known.Is(ReplyCondition.LoggedIn) ? MachineFindings.LoggedInNameStep : null),
        ReplyMeaning.ConnectorMissing => new(MachineFindings.EnvelopeConnectorMissing),
        ReplyMeaning.TooManyConnections => new(IsOfAccount(known) ? AccountFindings.AuthenticateTooManyConnections : MachineFindings.GreetingTooManyConnections),
        _ => null,
    };

    private static ReplyVerdict? OfLogin(ReplyMeaning meaning, ReplyContext known) => meaning switch
    {
        ReplyMeaning.LoginRequired => LoginRequired(known),
        ReplyMeaning.SenderNeedsLogin => SenderNeedsLogin(known),
        ReplyMeaning.LoginNotAllowedHere => new(AccountFindings.AuthenticateNotAllowedHere, known.Is(ReplyCondition.Unencrypted) ? AccountFindings.SecuredLoginStep : null),
        ReplyMeaning.WrongCredentials => WrongCredentials(known),
        ReplyMeaning.CredentialsOrSwitch => Rejected(known, AccountFindings.SwitchFirstStep),
        ReplyMeaning.NotAuthorized => new(AccountFindings.AuthenticateNotAuthorized),
        ReplyMeaning.PasswordExpired => Rejected(known, AuthenticateFindings.NewPasswordStep),
        ReplyMeaning.AskAdministrator => Rejected(known, AuthenticateFindings.AdministratorStep),
        ReplyMeaning.AppPassword => new(AuthenticateFindings.AuthenticateAppPasswordRequired),
        ReplyMeaning.AuthorizationCode => new(AuthenticateFindings.AuthenticateAppPasswordRequired, AccountFindings.AuthorizationCodeStep),
        ReplyMeaning.BrowserSignIn => new(AccountFindings.AuthenticateBrowserRequired),
        ReplyMeaning.LoginDisabled => new(AuthenticateFindings.AuthenticateDisabled),
        ReplyMeaning.PolicyBlocks => new(AccountFindings.AuthenticateBlockedByPolicy),
        ReplyMeaning.ProtocolOff => new(AccountFindings.AuthenticateProtocolOff),
        ReplyMeaning.MechanismBroken => new(AccountFindings.AuthenticateMechanismBroken, Value: known.Command ?? "a mechanism"),
        ReplyMeaning.MechanismUnknown => new(AuthenticateFindings.AuthenticateMechanismNotOffered, Value: known.Command ?? "the mechanism"),
        ReplyMeaning.AccountBlocked => new(AccountFindings.AuthenticateAccountBlocked),
        ReplyMeaning.Throttled => new(AuthenticateFindings.AuthenticateThrottled),
        ReplyMeaning.LoginUnavailable => new(AuthenticateFindings.AuthenticateUnavailable),
        _ => null,
    };

    private static ReplyVerdict? OfServer(ReplyMeaning meaning, ReplyContext known) => meaning switch
    {
        ReplyMeaning.TlsRequired => new(ConnectionFindings.StartTlsRequired, known.IsIncoming ? ConnectionFindings.SecureMailboxStep : null, known.Target ?? "The server"),
        ReplyMeaning.TlsUnavailable => new(ConnectionFindings.StartTlsRefused, Value: known.Target ?? "The server"),
        ReplyMeaning.ServerFault => new(ReplyFindings.ReplyServerFault),
        ReplyMeaning.TryLater => new(ConnectionFindings.GreetingTryLater, Value: known.Target ?? "The server"),
        ReplyMeaning.TokenExpired => new(ReplyFindings.ReplySessionEnded, ReplyFindings.NewTokenStep),
        ReplyMeaning.SessionEnded => new(ReplyFindings.ReplySessionEnded),
        ReplyMeaning.ClientNotIdentified => new(AccountFindings.MailboxClientNotIdentified),
        ReplyMeaning.MailboxMissing => new(AuthenticateFindings.MailboxNotFound),
        ReplyMeaning.MailboxNotConnected => new(AuthenticateFindings.MailboxNotConnected),
        ReplyMeaning.MailboxFull => new(AccountFindings.MailboxFull, Value: known.IsIncoming ? "The mailbox" : "The recipient's mailbox"),
        _ => null,
    };

    private static ReplyVerdict OfDelivery(ReplyMeaning meaning, ReplyContext known) => meaning switch
    {
        ReplyMeaning.RelayDenied => new(DeliveryFindings.EnvelopeRelayDenied, RelayStep(known)),
        ReplyMeaning.SenderNotOwned => new(SendingFindings.EnvelopeSenderNotOwned),
        ReplyMeaning.SenderNotVerified => new(SendingFindings.EnvelopeSenderNotVerified),
        ReplyMeaning.SenderDomainUnknown => new(DeliveryFindings.EnvelopeSenderRefused, SendingFindings.SenderDomainStep),
        ReplyMeaning.SenderListed => new(DeliveryFindings.EnvelopeSenderRefused, SendingFindings.SenderListedStep),
        ReplyMeaning.SenderRefused => new(DeliveryFindings.EnvelopeSenderRefused),
        ReplyMeaning.RecipientUnknown => new(DeliveryFindings.EnvelopeRecipientRefused),
        ReplyMeaning.RecipientDisabled => new(DeliveryFindings.EnvelopeRecipientRefused, SendingFindings.RecipientDisabledStep),
        ReplyMeaning.RecipientBusy => new(DeliveryFindings.EnvelopeRecipientRefused, SendingFindings.RecipientBusyStep),
        ReplyMeaning.RecipientRefused => new(DeliveryFindings.EnvelopeRecipientRefused, SendingFindings.RecipientPolicyStep),
        ReplyMeaning.RecipientNotVerified => new(SendingFindings.EnvelopeRecipientNotVerified),
        ReplyMeaning.Greylisted => new(SendingFindings.EnvelopeGreylisted),
        ReplyMeaning.SendingLimit => new(SendingFindings.EnvelopeSendingLimit),
        ReplyMeaning.TooLarge => new(DeliveryFindings.MessageTooLarge),
        ReplyMeaning.TakenForSpam => new(SendingFindings.MessageTakenForSpam),
        ReplyMeaning.DomainNotAuthenticated => new(SendingFindings.MessageDomainNotAuthenticated),
        ReplyMeaning.MessageMalformed => new(DeliveryFindings.MessageRefused, SendingFindings.FormatStep),
        ReplyMeaning.ContentForbidden => new(DeliveryFindings.MessageRefused, SendingFindings.ContentStep),
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, null),
    };

    private static ReplyVerdict LoginRequired(ReplyContext known)
    {
        if (known.Is(ReplyCondition.LoggedIn) || known.Place == ReplyPosition.Login)
            return new(AuthenticateFindings.AuthenticateRequired, AuthenticateFindings.OtherLoginStep, "ignores the one that was made");
        var value = known.Is(ReplyCondition.Anonymous) ? "the authentication is Anonymous" : "none was made";
        return new(AuthenticateFindings.AuthenticateRequired, known.OffersLogin == false ? AuthenticateFindings.SubmissionStep : null, value);
    }

    // Servers accept senders in their own domains only from their users; a login on this port would suffice, if offered.
    private static ReplyVerdict SenderNeedsLogin(ReplyContext known)
    {
        var required = LoginRequired(known);
        return required.Step is null ? required with { Step = SendingFindings.SenderLoginStep } : required;
    }

    private static ReplyVerdict WrongCredentials(ReplyContext known) => Rejected(known, known switch
    {
        { HasNonAsciiPassword: true, UsesToken: false } => AccountFindings.AsciiPasswordStep,
        { Provider: MailProvider.AmazonSes } => AccountFindings.SesCredentialsStep,
        { Provider: MailProvider.SendingService } => AccountFindings.KeyStep,
        { Provider: MailProvider.AppPasswords } => AccountFindings.SwitchFirstStep,
        _ => null,
    });

    private static ReplyVerdict Rejected(ReplyContext known, string? step) => new(AuthenticateFindings.AuthenticateRejected, step, known.Command ?? "user name and password or token");

    private static string? RelayStep(ReplyContext known)
    {
        if (known.Is(ReplyCondition.LoggedIn)) return DeliveryFindings.RelayForLoginStep;
        return known.OffersLogin == false ? DeliveryFindings.RelayWithoutLoginStep : null;
    }

    // Sending services may accept only listed addresses, and check them at or after the login.
    private static bool ListsAddresses(ReplyContext known) => known.Is(ReplyCondition.LoggedIn) || known.Place == ReplyPosition.Login
        || known.Provider is MailProvider.SendingService or MailProvider.AmazonSes;

    private static bool IsOfAccount(ReplyContext known) => known.Is(ReplyCondition.LoggedIn) || known.Place is ReplyPosition.Login or ReplyPosition.Mailbox;

    private static bool HasFullName(ReplyContext known) => known.ClientName is { } name && name.Contains('.', StringComparison.Ordinal) && !name.StartsWith('[');
}
