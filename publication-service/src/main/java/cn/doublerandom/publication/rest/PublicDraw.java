package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.NamedDraw;
import cn.doublerandom.publication.application.NamedSubject;
import cn.doublerandom.publication.application.PlannedDraw;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DrawSealing;
import cn.doublerandom.publication.notice.DrawnVisits;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.SubjectReplacement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draw with the columns of its notice.
 *
 * @param task the row of the plan
 * @param authority 检查机关, the bureau
 * @param subjects the drawn subjects; empty before execution
 * @param bundle where the file to verify it with lies; empty before execution
 * @param drawn how many were drawn, also while their names are sealed
 * @param sealing absent where the draw was open from the start
 * @param overdueSince the time the draw named itself and did not keep; absent where it did
 * @param replacements subjects for whom an alternate is visited
 * @param others rows of the other tasks drawn as one with this one
 * @param bureau whose it is, by name; absent where one bureau is served
 * @param terms slots, floor and caps in sentences, and who agreed; absent in draws of old
 * @param teamsOf the draw whose subjects got other teams here; absent where subjects were drawn
 * @param visits when and by whom the drawn are visited; absent before execution, and in draws of
 *     old
 * @param chance what the chance rests on, and on whose honesty; absent in draws of old
 * @param termsInEnglish the sentences of {@code terms} in English; absent in draws of old
 * @param chanceInEnglish what {@code chance} says, in English; absent in draws of old
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicDraw(
    String drawId,
    int round,
    String phase,
    PlanTask task,
    String authority,
    long frameSize,
    List<NamedSubject> subjects,
    String commitHash,
    String executeBy,
    String resultHash,
    String executedOn,
    String voidReason,
    String bundle,
    long drawn,
    @Nullable DrawSealing sealing,
    @Nullable String overdueSince,
    List<SubjectReplacement> replacements,
    List<PlanTask> others,
    @Nullable List<String> terms,
    @Nullable String teamsOf,
    @Nullable DrawnVisits visits,
    @Nullable String chance,
    @Nullable List<String> termsInEnglish,
    @Nullable String chanceInEnglish,
    @Nullable String bureau) {
  static PublicDraw of(NamedDraw named, @Nullable String bureau) {
    PlannedDraw planned = named.planned();
    DrawNotice draw = planned.draw();
    return new PublicDraw(
        draw.drawId(),
        draw.round(),
        draw.phase(),
        planned.task(),
        planned.authority(),
        draw.frameSize(),
        named.selected(),
        draw.commitHash(),
        draw.executeBy(),
        draw.resultHash(),
        draw.executedOn(),
        draw.voidReason(),
        draw.resultHash().isEmpty() ? "" : "/draw/api/v1/draws/" + draw.drawId() + "/bundle",
        draw.drawn(),
        draw.sealing(),
        draw.overdueSince(),
        draw.replaced(),
        planned.others(),
        draw.terms(),
        draw.teamsOf(),
        draw.visits(),
        draw.chance(),
        draw.termsInEnglish(),
        draw.chanceInEnglish(),
        bureau);
  }
}
