package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one officer signed with his own account.
 *
 * @param officer number under which the team lists him
 * @param recordHash of what he signed, 64 lowercase hex digits
 * @param keyId of the key that was enrolled for his account; absent where he has none and signed by
 *     typing the record's check digits
 * @param signature by that key over {@link VisitRecord#message}, base64; absent without a key
 */
public record OfficerSignature(
    String officer,
    String recordHash,
    @Nullable String keyId,
    @Nullable String signature,
    LocalDate on) {}
