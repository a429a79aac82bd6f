package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * 联合惩戒终止: the result a measure was proposed upon does not bear it any more, so that it has no basis
 * and is to be lifted; tells those whom {@link JointDisciplineProposed} told. A receiver answers
 * once by a link, as to the proposal.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param subjectName 名称 as it was published
 * @param number of the discipline, counted from 1 for each result
 * @param measure 惩戒措施, in words
 * @param authorities names of the receivers
 * @param cause WITHDRAWN where the publication was, CORRECTED where nothing was found any more
 * @param reason of the withdrawal or the correction, as everybody reads it
 * @param endedOn Asia/Shanghai
 */
public record JointDisciplineEnded(
    String resultId,
    String drawId,
    String subjectId,
    String subjectName,
    int number,
    String measure,
    List<String> authorities,
    String cause,
    String reason,
    LocalDate endedOn)
    implements IntegrationEvent {}
