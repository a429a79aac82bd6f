package cn.doublerandom.inspection.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of an archived file: whoever has the bundle can tell that nothing in it was
 * exchanged.
 *
 * @param sha256 of the bundle, 64 lowercase hex digits
 * @param index of its index (目录), likewise
 * @param papers how many the index lists, the index not counted
 * @param bytes of the bundle
 * @param keepUntil last day of its retention; absent where no pack in force says one
 * @param basis the document that says so; absent likewise
 */
public record CaseSeal(
    String sha256,
    String index,
    int papers,
    long bytes,
    @Nullable LocalDate keepUntil,
    @Nullable String basis) {}
