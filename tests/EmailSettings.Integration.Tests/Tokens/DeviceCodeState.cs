namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>What a person did with a device code.</summary>
public enum DeviceCodeState
{
    Pending,
    Confirmed,
    Declined,
}
