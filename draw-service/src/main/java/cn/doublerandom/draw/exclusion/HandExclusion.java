package cn.doublerandom.draw.exclusion;

import org.jspecify.annotations.Nullable;

/**
 * A subject somebody wants left out of a draw.
 *
 * @param subject id of the subject
 * @param code UNDER_INVESTIGATION or OTHER, as it stands in the frame
 * @param reason in words
 * @param evidence what shows it: a document by number and date, or a description
 * @param sha256 of that document, 64 hex digits; absent where there is none to hash
 */
public record HandExclusion(
    String subject, String code, String reason, String evidence, @Nullable String sha256) {}
