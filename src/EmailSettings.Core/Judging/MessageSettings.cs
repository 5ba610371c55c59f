using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Judging;

/// <summary>The settings that determine what happens to a message.</summary>
/// <param name="Basic">Basic settings.</param>
/// <param name="Attachments">Attachment settings.</param>
/// <param name="ErrorTexts">Error texts.</param>
/// <param name="Outgoing">The outgoing server, for its limits.</param>
internal sealed record MessageSettings(BasicSettings Basic, AttachmentSettings Attachments, ErrorTexts ErrorTexts, OutgoingMailServer Outgoing);
