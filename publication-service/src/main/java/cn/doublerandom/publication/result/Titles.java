package cn.doublerandom.publication.result;

/**
 * What the plan called its task when a result became public: frozen then, so that the notice can be
 * told again without asking anybody.
 *
 * @param planName 抽查计划名称; empty where no plan was told
 * @param taskName 抽查任务名称; empty where no plan was told
 * @param drawType 定向抽查 or 不定向抽查; empty where no plan was told
 * @param authority 检查机关, the bureau and not its section
 */
public record Titles(String planName, String taskName, String drawType, String authority) {}
