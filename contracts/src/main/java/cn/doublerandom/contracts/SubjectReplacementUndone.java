package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * An alternate does not take a subject's place after all: the visit there had gone too far, and the
 * subject is inspected as it was drawn. Follows the {@link TeamChanged} it undoes.
 *
 * @param drawId region-plan-task-round
 * @param subject who was to be visited no longer, and is
 * @param alternate who was to come in, and does not
 * @param why in words
 * @param undoneOn Asia/Shanghai
 */
public record SubjectReplacementUndone(
    String drawId, String subject, String alternate, String why, LocalDate undoneOn)
    implements IntegrationEvent {}
