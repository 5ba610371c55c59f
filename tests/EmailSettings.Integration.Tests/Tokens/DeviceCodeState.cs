namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>The user's response to a device code.</summary>
public enum DeviceCodeState
{
    Pending,
    Confirmed,
    Declined,
}
