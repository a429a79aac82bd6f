/**
 * 检查结果建议: what an inspection found that 一单两库 does not say yet. A subject that is gone (注销, 被吊销,
 * 被撤销, 迁出) and what weighs on its credit (R46) are proposed by the result and confirmed by the
 * registrar; what follows takes a second person as ever (ADR 76). Pure.
 */
@NullMarked
package cn.doublerandom.registry.proposal;

import org.jspecify.annotations.NullMarked;
