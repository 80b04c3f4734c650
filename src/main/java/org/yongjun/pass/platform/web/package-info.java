/** HTTP manners shared by all controllers: problem+json, correlation ids, languages. */
@NullMarked
package org.yongjun.pass.platform.web;

import org.jspecify.annotations.NullMarked;
