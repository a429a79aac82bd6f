/**
 * The stranger's tool: recomputes a draw bundle of protocol {@code double-random/1} from the file
 * alone and names the first thing that is wrong (实施方案 二(二) 抽取的过程要确保公开、公正).
 *
 * <p>It depends on the JDK only and shares no code with the services: what the bureau computes and
 * what checks it must be able to disagree.
 */
package cn.doublerandom.verifier;
