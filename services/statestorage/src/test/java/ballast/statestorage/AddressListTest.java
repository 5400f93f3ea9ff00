package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressListTest {
    private final OffHeapMemory memory = new OffHeapMemory();

    @Test
    void keepsAddressesInTheirOrder() {
        try (AddressList list = new AddressList(memory)) {
            for (long i = 0; i < 50_000; i++) {
                list.add(i * i);
            }
            assertThat(list.size()).isEqualTo(50_000);
            for (long i = 0; i < 50_000; i++) {
                assertThat(list.get(i)).isEqualTo(i * i);
            }
        }
    }

    @Test
    void givesTheLastOneBackFirst() {
        try (AddressList list = new AddressList(memory)) {
            for (long i = 0; i < 20_000; i++) {
                list.add(i);
            }
            for (long i = 20_000; i-- > 0; ) {
                assertThat(list.removeLast()).isEqualTo(i);
            }
            list.add(7);
            assertThat(list.removeLast()).isEqualTo(7);
            assertThat(list.size()).isZero();
        }
    }

    @Test
    void takesNoMemoryWhileEmptyAndGivesAllBack() {
        AddressList list = new AddressList(memory);
        assertThat(memory.bytes()).isZero();
        list.add(1);
        assertThat(memory.bytes()).isPositive();
        list.close();
        assertThat(memory.bytes()).isZero();
    }
}
