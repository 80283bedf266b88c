#include "text/vocabulary.h"

#include <gtest/gtest.h>
