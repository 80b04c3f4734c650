/** Black-box stories: what is told here is done over HTTP, and checked from outside. */
@NullMarked
package org.yongjun.pass.scenario;

import org.jspecify.annotations.NullMarked;
