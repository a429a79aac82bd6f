package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;

/**
 * Who asks for the evidence of a visit.
 *
 * @param answersObjections whether he decides on objections: he sees what a recorded result rests
 *     on
 */
public record EvidenceReader(Officer officer, boolean answersObjections) {
  boolean sees(Visit visit, Assignment task) {
    return officer.seesEvidence(task.inspectors(), task.ofUnits())
        || (answersObjections && visit instanceof Visit.Recorded);
  }
}
