/** Reading of catalogue documents: YAML, JSON and the published schema. */
@NullMarked
package org.yongjun.pass.benefit.adapter;

import org.jspecify.annotations.NullMarked;
