namespace EmailSettings.Mail;

/// <summary>
/// A property of a <see cref="FactRecord"/> that serves code alone: <see cref="FactRecord.List"/> leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnlistedAttribute : Attribute;
