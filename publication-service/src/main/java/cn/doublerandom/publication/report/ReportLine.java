package cn.doublerandom.publication.report;

/**
 * The figures of a task, or of all of them (docs/glossary.md, 指标).
 *
 * @param task region, plan and task number; empty in the sum
 * @param name of the task; empty where its plan was not told
 * @param drawn 抽查户数: subjects drawn by draws made in the period, that stand
 * @param completion 抽查完成率: of these, those with a published result by now, not withdrawn
 * @param recorded results that count in the period
 * @param unrecorded visits of the period whose result is missing after its last day
 * @param notHeld drawn visits whose window ended in the period without them
 * @param publication 公示率: published, of recorded, unrecorded and not held
 * @param onTime of the published those on time
 * @param problems 发现问题率: of the recorded, those in which something was found
 * @param withdrawn results whose publication was withdrawn: in none of the other numbers but drawn
 */
public record ReportLine(
    String task,
    String name,
    long drawn,
    Share completion,
    long recorded,
    long unrecorded,
    long notHeld,
    Share publication,
    Share onTime,
    Share problems,
    long withdrawn) {}
