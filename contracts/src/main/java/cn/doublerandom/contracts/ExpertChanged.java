package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pool of experts (专家库) has a new or changed entry; carries the whole entry without any
 * personal field. Who is a person is told by his number alone: his name stands on the entrustment
 * he shows.
 *
 * @param expertId the register's own number
 * @param kind PERSON or BODY
 * @param name of a body; absent of a person
 * @param fields 专业领域, ascending
 * @param principal 委托机关
 * @param document number of the 委托书
 * @param validFrom first day of the entrustment
 * @param validUntil last day of it
 * @param status IN_POOL or WITHDRAWN
 * @param withdrawnFrom first day outside the pool; absent where it is in it, or is outside it on
 *     all days
 */
public record ExpertChanged(
    String expertId,
    String kind,
    @Nullable String name,
    List<String> fields,
    String principal,
    String document,
    LocalDate validFrom,
    LocalDate validUntil,
    String status,
    @Nullable LocalDate withdrawnFrom)
    implements IntegrationEvent {}
