namespace EmailSettings.Mail.Smtp;

/// <summary>Names of steps that failures tell, where the command alone would not tell them apart.</summary>
public static class SmtpCommands
{
    /// <summary>The whole message was sent: whatever fails now, the server may have taken it.</summary>
    public const string EndOfData = "end of DATA";
}
