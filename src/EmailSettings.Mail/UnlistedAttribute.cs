namespace EmailSettings.Mail;

/// <summary>Excludes a property of a <see cref="FactRecord"/>, meant for code only, from <see cref="FactRecord.List"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnlistedAttribute : Attribute;
