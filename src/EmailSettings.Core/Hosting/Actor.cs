namespace EmailSettings.Core.Hosting;

/// <summary>Who works through which front; goes into the history.</summary>
/// <param name="Account"><c>HOST\user</c>.</param>
/// <param name="Front"><c>cli</c> or <c>powershell</c>.</param>
public sealed record Actor(string Account, string Front)
{
    /// <summary>The account of this process.</summary>
    public static Actor Current(string front) => new($@"{Environment.MachineName}\{Environment.UserName}", front);
}
