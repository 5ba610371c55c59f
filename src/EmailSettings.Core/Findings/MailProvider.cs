namespace EmailSettings.Core.Findings;

/// <summary>Whose server it is, where that changes the next step.</summary>
internal enum MailProvider
{
    Other,
    Microsoft365,
    Gmail,
}
