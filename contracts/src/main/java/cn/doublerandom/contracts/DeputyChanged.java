package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may act for another (代理), otherwise than before, or no longer; carries the whole entry,
 * which two people made. Of deputy and principal there is one.
 *
 * @param deputy account of who acts
 * @param principal account of whom he acts for
 * @param unit of the principal, in which the deputy then acts; absent where his roles are of no
 *     unit
 * @param roles that are lent, ascending: coordinator, registrar, approver, unit-lead,
 *     legal-reviewer, publisher
 * @param from first day
 * @param until last day
 * @param status HOLDS, or ENDED where somebody ended it before its last day
 */
public record DeputyChanged(
    String deputy,
    String principal,
    @Nullable String unit,
    List<String> roles,
    LocalDate from,
    LocalDate until,
    String status)
    implements IntegrationEvent {}
