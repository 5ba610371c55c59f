namespace EmailSettings.Mail.Smtp;

/// <summary>Names of steps for failures, where the command alone would be ambiguous.</summary>
public static class SmtpCommands
{
    /// <summary>The whole message was sent: whatever fails now, the server may have accepted it.</summary>
    public const string EndOfData = "end of DATA";
}
