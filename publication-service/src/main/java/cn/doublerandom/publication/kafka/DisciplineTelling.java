package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.JointDisciplineAcknowledged;
import cn.doublerandom.contracts.JointDisciplineEnded;
import cn.doublerandom.contracts.JointDisciplineEndingAcknowledged;
import cn.doublerandom.contracts.JointDisciplineProposed;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;

/** What the receivers of joint discipline (联合惩戒) are told, and everybody of what they did. */
final class DisciplineTelling {
  private DisciplineTelling() {}

  static JointDisciplineProposed proposed(
      ResultEvent.DisciplineApproved agreed, Publication.Published published) {
    ResultContent c = published.content();
    Discipline.Terms terms = published.disciplines().told(agreed.number()).orElseThrow().terms();
    return new JointDisciplineProposed(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        published.subjectName(),
        agreed.number(),
        terms.measure(),
        terms.basis(),
        terms.from(),
        terms.to(),
        terms.authorities(),
        agreed.on());
  }

  static JointDisciplineAcknowledged acknowledged(
      ResultEvent.DisciplineAcknowledged done, Publication.Published published) {
    ResultContent c = published.content();
    return new JointDisciplineAcknowledged(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        done.number(),
        done.authority(),
        done.deed(),
        done.on());
  }

  static JointDisciplineEnded ended(
      ResultEvent.DisciplineEnded over, Publication.Published published) {
    ResultContent c = published.content();
    Discipline.Terms terms = published.disciplines().told(over.number()).orElseThrow().terms();
    return new JointDisciplineEnded(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        published.subjectName(),
        over.number(),
        terms.measure(),
        terms.authorities(),
        over.cause().name(),
        over.reason(),
        over.on());
  }

  static JointDisciplineEndingAcknowledged acknowledged(
      ResultEvent.DisciplineEndingAcknowledged done, Publication.Published published) {
    ResultContent c = published.content();
    return new JointDisciplineEndingAcknowledged(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        done.number(),
        done.authority(),
        done.deed(),
        done.on());
  }
}
