package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CompletionsTest {
    private static final int ANSWERS_A_THREAD = 10_000;
    private static final int THREADS = 4;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Integer> arrived = new ArrayList<>();

    @Test
    void oneTaskBringsManyAnswersInTheirOrder() {
        var completions = new Completions(tasks::add);
        for (int number = 0; number < 5; number++) {
            add(completions, number);
        }
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(arrived).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatIsAddedAfterALookWakesTheLoopAgain() {
        var completions = new Completions(tasks::add);
        add(completions, 0);
        tasks.remove().run();
        add(completions, 1);
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(arrived).containsExactly(0, 1);
    }

    @Test
    void anAnswerThatBringsAnotherIsNotLost() {
        var completions = new Completions(tasks::add);
        completions.add(() -> add(completions, 7));
        tasks.remove().run();
        assertThat(arrived).isEmpty();
        tasks.remove().run();
        assertThat(arrived).containsExactly(7);
    }

    @Test
    void nothingIsLostOrDoubledOrTurnedRoundBetweenThreads() throws InterruptedException {
        var inOrder = new int[THREADS];
        ExecutorService loop = Executors.newSingleThreadExecutor();
        var completions = new Completions(loop);
        var threads = new ArrayList<Thread>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int answer = 0; answer < ANSWERS_A_THREAD; answer++) {
                    int expected = answer;
                    completions.add(() -> inOrder[number] += inOrder[number] == expected ? 1 : 0);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        loop.shutdown();
        assertThat(loop.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(inOrder).containsOnly(ANSWERS_A_THREAD);
    }

    private void add(Completions completions, int number) {
        completions.add(() -> arrived.add(number));
    }
}
