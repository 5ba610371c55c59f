namespace EmailSettings.Messages.Login;

/// <summary>A mechanism cannot go on.</summary>
public sealed class LoginException : Exception
{
    /// <param name="fault">Why.</param>
    /// <param name="message">What was seen; never a secret.</param>
    public LoginException(LoginFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>Why.</summary>
    public LoginFault Fault { get; }
}
